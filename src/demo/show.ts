/** How the demo speaks to the person who watches it. Colours only where somebody can see them. */
export class Show {
  private step = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly colours: boolean,
  ) {}

  title(text: string): void {
    this.write(`\n${this.bold(text)}\n`);
  }

  /** Begins a numbered step. */
  begin(text: string): void {
    this.step += 1;
    this.write(`\n${this.bold(`${this.step}. ${text}`)}\n\n`);
  }

  say(text: string): void {
    this.write(text === '' ? '\n' : `   ${text}\n`);
  }

  /** What goes over the line, or comes back. */
  code(text: string): void {
    const lines = text.trimEnd().split('\n');
    for (const line of lines) this.write(`      ${this.coloured('2', line)}\n`);
    this.write('\n');
  }

  request(method: string, path: string, headers: Readonly<Record<string, string>> = {}): void {
    this.say(`${this.coloured('36', method)} ${path}`);
    for (const [name, value] of Object.entries(headers)) this.say(`${name}: ${value}`);
  }

  answer(status: number, meaning: string): void {
    const colour = status < 400 ? '32' : '33';
    this.say(`${this.coloured(colour, `answer ${status}`)}: ${meaning}`);
  }

  /** Columns side by side. */
  table(rows: readonly (readonly string[])[]): void {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    this.code(lines.join('\n'));
  }

  passed(text: string): void {
    this.say(`${this.coloured('32', 'ok')}  ${text}`);
  }

  /** The step that the demo is at. */
  get current(): number {
    return this.step;
  }

  private bold(text: string): string {
    return this.coloured('1', text);
  }

  private coloured(code: string, text: string): string {
    return this.colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
