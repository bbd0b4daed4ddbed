/** The database cannot be used as it is. The message is one line for whoever runs the gateway, and holds no data. */
export class DatabaseProblem extends Error {
  constructor(message: string, cause?: unknown) {
    super(message.replace(/\s+/g, ' '), { cause });
    this.name = 'DatabaseProblem';
  }
}
