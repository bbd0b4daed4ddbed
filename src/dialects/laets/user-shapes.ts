/** Who is calling. What we cannot know is null: the gateway keeps no customers. */
import type { NoMeta } from './shapes';

export interface UserShape {
  id: number;
  pk: number;
  resource_uri: string;
  username: string;
  display_name: string;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  meta: NoMeta;
}

export interface SignedOnShape extends UserShape {
  /** Tells who the user is, for an hour, and may do nothing else. */
  access_token: string;
}

export interface SignOnQuery {
  /** The code of the shop. */
  application: string;
  email: string;
  first_name?: string;
  last_name?: string;
  timestamp: string;
  /** HMAC-SHA1 over the values of the other parameters, in lower-case hex. */
  message_auth: string;
  currency?: string;
  shipping_country?: string;
  from_session_id?: string;
  birth_date?: string;
  include_application_data?: string;
}
