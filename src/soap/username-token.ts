import type { Refusal } from '../domain/refusal';
import { MAX_LOGIN_CHARACTERS } from './limits';
import { SECURITY } from './namespaces';
import { collapse } from './simple-values';
import { malformed as refusal } from './strict-parser';

/** A WS-Security login as the caller sent it; whether it is right is a service's question. */
export interface UsernameToken {
  readonly username: string;
  readonly password: string;
  readonly passwordType: 'text' | 'digest';
  /** Base64, as sent. */
  readonly nonce?: string;
  readonly created?: string;
}

const PARTS = ['Username', 'Password', 'Nonce', 'Created'];

/**
 * Reads the header block wsse:Security. Of all that WS-Security knows we understand the UsernameToken; a Timestamp beside it
 * is let pass. Signatures and the like are noted, so that a block which must be understood whole can be refused.
 */
export class UsernameTokenReader {
  /** Something in the block that we cannot honour. */
  foreign: string | undefined;
  private readonly parts = new Map<string, string>();
  private passwordType: UsernameToken['passwordType'] = 'text';
  private tokens = 0;
  private depth = 0;
  private inToken = false;
  private part: string | undefined;
  private partText = '';

  open(uri: string, local: string, type: string | undefined): void {
    this.depth++;
    if (this.depth === 1) this.openChild(uri, local);
    else if (this.depth === 2 && this.inToken) this.openPart(local, type);
    else if (this.inToken) throw malformed('its parts must hold text alone');
  }

  text(part: string): void {
    if (this.part === undefined) return;
    this.partText += part;
    if (this.partText.length > MAX_LOGIN_CHARACTERS) throw malformed(`its ${this.part} is too long`);
  }

  close(): void {
    if (this.depth === 2 && this.part !== undefined) {
      this.parts.set(this.part, this.partText);
      this.part = undefined;
    }
    this.depth--;
    if (this.depth === 0) this.inToken = false;
  }

  result(): UsernameToken | undefined {
    if (this.tokens === 0) return undefined;
    const username = this.parts.get('Username');
    const password = this.parts.get('Password');
    if (username === undefined || password === undefined) throw malformed('it needs a Username and a Password');
    const nonce = this.parts.get('Nonce');
    const created = this.parts.get('Created');
    return {
      username,
      password,
      passwordType: this.passwordType,
      ...(nonce !== undefined && { nonce: collapse(nonce) }),
      ...(created !== undefined && { created: collapse(created) }),
    };
  }

  private openChild(uri: string, local: string): void {
    this.inToken = uri === SECURITY && local === 'UsernameToken';
    if (this.inToken) this.tokens++;
    else if (local !== 'Timestamp') this.foreign ??= local;
    if (this.tokens > 1) throw malformed('there must be only one');
  }

  private openPart(local: string, type: string | undefined): void {
    if (!PARTS.includes(local)) throw malformed(`${local} is not known here`);
    if (this.parts.has(local)) throw malformed(`${local} is given twice`);
    this.part = local;
    this.partText = '';
    if (local === 'Password') this.passwordType = passwordTypeOf(type);
  }
}

function passwordTypeOf(type: string | undefined): UsernameToken['passwordType'] {
  if (type === undefined || type.endsWith('#PasswordText')) return 'text';
  if (type.endsWith('#PasswordDigest')) return 'digest';
  throw malformed('the Type of its Password must be PasswordText or PasswordDigest');
}

function malformed(complaint: string): Refusal {
  return refusal(`the UsernameToken cannot be read: ${complaint}`);
}
