/** The REST door of our own API: returns, claims and cancellations. Each method only says where its operation is found. */
import {
  Body,
  Get,
  Middlewares,
  OperationId,
  Patch,
  Path,
  Post,
  Put,
  Queries,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type {
  AcceptReturnBody,
  AmendReturnBody,
  CancelReturnBody,
  ChoosePaybackBody,
  CloseReturnAnywayBody,
  CloseReturnBody,
  FoundReturns,
  GetReturnQuery,
  Id,
  ListReturnsQuery,
  OpenReturnBody,
  ReceiveReturnBody,
  RejectReturnBody,
  ReopenReturnBody,
  ReturnCase,
  ReturnPage,
  SearchReturnsBody,
  WithdrawReturnBody,
} from '../../../generated/contract';
import { jsonBody } from '../../rest/json-body';
import type { Problem } from '../../rest/problem';
import type { Ask } from './controller-factory';

@Route('returns')
@Tags('Returns')
@Security('bearer')
@Security('apiKey')
@Response<Problem>('default', 'Any other problem')
@Middlewares(jsonBody())
export class ReturnsController {
  constructor(private readonly ask: Ask) {}

  @Post()
  @OperationId('openReturn')
  openReturn(@Body() body: OpenReturnBody): Promise<ReturnCase> {
    return this.ask('openReturn', body);
  }

  @Get()
  @OperationId('listReturns')
  listReturns(@Queries() query: ListReturnsQuery): Promise<ReturnPage> {
    return this.ask('listReturns', query);
  }

  @Post('search')
  @OperationId('searchReturns')
  searchReturns(@Body() body: SearchReturnsBody): Promise<FoundReturns> {
    return this.ask('searchReturns', body);
  }

  @Get('{returnId}')
  @OperationId('getReturn')
  getReturn(@Path() returnId: Id, @Queries() query: GetReturnQuery): Promise<ReturnCase> {
    return this.ask('getReturn', { ...query, returnId });
  }

  @Post('{returnId}/accept')
  @OperationId('acceptReturn')
  acceptReturn(@Path() returnId: Id, @Body() body?: AcceptReturnBody): Promise<ReturnCase> {
    return this.ask('acceptReturn', { ...body, returnId });
  }

  @Post('{returnId}/reject')
  @OperationId('rejectReturn')
  rejectReturn(@Path() returnId: Id, @Body() body: RejectReturnBody): Promise<ReturnCase> {
    return this.ask('rejectReturn', { ...body, returnId });
  }

  @Post('{returnId}/receive')
  @OperationId('receiveReturn')
  receiveReturn(@Path() returnId: Id, @Body() body?: ReceiveReturnBody): Promise<ReturnCase> {
    return this.ask('receiveReturn', { ...body, returnId });
  }

  @Post('{returnId}/close')
  @OperationId('closeReturn')
  closeReturn(@Path() returnId: Id, @Body() body?: CloseReturnBody): Promise<ReturnCase> {
    return this.ask('closeReturn', { ...body, returnId });
  }

  @Post('{returnId}/cancel')
  @OperationId('cancelReturn')
  cancelReturn(@Path() returnId: Id, @Body() body?: CancelReturnBody): Promise<ReturnCase> {
    return this.ask('cancelReturn', { ...body, returnId });
  }

  @Post('{returnId}/reopen')
  @OperationId('reopenReturn')
  reopenReturn(@Path() returnId: Id, @Body() body?: ReopenReturnBody): Promise<ReturnCase> {
    return this.ask('reopenReturn', { ...body, returnId });
  }

  @Put('{returnId}/payback')
  @OperationId('choosePayback')
  choosePayback(@Path() returnId: Id, @Body() body: ChoosePaybackBody): Promise<ReturnCase> {
    return this.ask('choosePayback', { ...body, returnId });
  }

  @Post('{returnId}/withdraw')
  @OperationId('withdrawReturn')
  withdrawReturn(@Path() returnId: Id, @Body() body?: WithdrawReturnBody): Promise<ReturnCase> {
    return this.ask('withdrawReturn', { ...body, returnId });
  }

  @Patch('{returnId}')
  @OperationId('amendReturn')
  amendReturn(@Path() returnId: Id, @Body() body?: AmendReturnBody): Promise<ReturnCase> {
    return this.ask('amendReturn', { ...body, returnId });
  }

  @Post('{returnId}/close-anyway')
  @OperationId('closeReturnAnyway')
  closeReturnAnyway(@Path() returnId: Id, @Body() body?: CloseReturnAnywayBody): Promise<ReturnCase> {
    return this.ask('closeReturnAnyway', { ...body, returnId });
  }
}
