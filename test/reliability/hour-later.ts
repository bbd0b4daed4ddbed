/**
 * Loaded before the last gateway of a kill run: its clock is an hour ahead, so that every lease of a killed worker and
 * every pause before another try is over. What is left is work, and that must be done within the limit.
 */
const AHEAD_MS = 60 * 60 * 1000;

const now = Date.now.bind(Date);
Date.now = () => now() + AHEAD_MS;
