/** Who is calling. */
import { Get, Middlewares, OperationId, Path, Queries, Response, Route, Security, Tags } from '@tsoa/runtime';
import { readBody } from './body';
import type { Ask } from './controller-factory';
import type { Nothing, Trouble } from './shapes';
import type { SignedOnShape, SignOnQuery, UserShape } from './user-shapes';

@Route('user')
@Tags('User')
export class UserController {
  constructor(private readonly ask: Ask) {}

  /** Tells who is calling. */
  @Get('me')
  @OperationId('getMe')
  @Security('iceberg')
  @Middlewares(readBody)
  @Response<Nothing>(401, 'Unauthorized')
  getMe(): Promise<UserShape> {
    return this.ask('getMe', {});
  }

  /** Single sign-on: the application vouches for a user. Needs the gateway to know the secret of the application. */
  @Get('sso')
  @OperationId('signOn')
  @Response<Trouble>(400, 'message_auth is invalid')
  signOn(@Queries() query: SignOnQuery): Promise<SignedOnShape> {
    return this.ask('signOn', { query });
  }

  /** Tells the user that is calling; every other one is not there. */
  @Get('{id}')
  @OperationId('getUser')
  @Security('iceberg')
  @Middlewares(readBody)
  @Response<Nothing>(401, 'Unauthorized')
  @Response<Nothing>(404, 'Not found')
  getUser(@Path() id: string): Promise<UserShape> {
    return this.ask('getUser', { id });
  }
}
