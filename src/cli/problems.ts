/** What can go wrong with a command beyond a refusal. The message is one line for the person at the keyboard. */

/** The command was asked for in a way that makes no sense: exit code 2. */
export class WrongUsage extends Error {}

/** The command was understood and failed: exit code 1. */
export class CommandFailed extends Error {
  /** @param answer what goes to stdout nevertheless, when JSON was asked for */
  constructor(
    message: string,
    readonly answer?: unknown,
  ) {
    super(message);
  }
}
