/** What the generated routes call. The members of a request are read in params.ts, in the platform's words; unknown ones are passed over. */
import { UncheckedTemplateService } from '../../rest/operation-template';

export class PlainTemplateService extends UncheckedTemplateService {}
