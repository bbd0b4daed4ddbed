#!/usr/bin/env node
/** The program `refund-gateway`. */
import 'reflect-metadata';
import { processIo } from './cli/io';
import { runCli } from './cli/run';
import { processConfig } from './config';

void runCli(process.argv.slice(2), processIo(), processConfig).then((code) => {
  process.exitCode = code;
});
