import type { FastifyReply } from 'fastify';
import type { Access } from '../access/access.ts';
import type { Setup } from '../access/setup.ts';
import type { Seal } from '../access/sealing.ts';
import type { ListeningAddress } from '../ingest/endpoints/endpoints.ts';
import type { Ingest } from '../ingest/ingest.ts';
import type { DocumentDesk } from '../documents/documentOperations.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { AnchorKeeper } from '../journal/anchorKeeper.ts';
import type { VerificationJob } from '../journal/verificationJob.ts';
import type { LiveHub } from '../live/hub.ts';
import type { Postman } from '../messages/postman.ts';
import type { ModelDesk } from '../models/modelDesk.ts';
import type { ListCaller } from '../calling/listCaller.ts';
import type { DryRunDesk } from '../operations/dryRuns.ts';
import type { Context } from '../operations/context.ts';
import type { WarningBook } from '../warnings/warningBook.ts';

/** What the HTTP shell is given by main. */
export interface Services {
  version: string;
  context: Context;
  access: Access;
  setup: Setup;
  hub: LiveHub;
  ingest: Ingest;
  postman: Postman;
  anchors: AnchorKeeper;
  modelDesk: ModelDesk;
  dryRuns: DryRunDesk;
  files: FileStore;
  documents: DocumentDesk;
  verification: VerificationJob;
  warningBook: WarningBook;
  listCaller: ListCaller;
  endpoints: readonly ListeningAddress[];
  /** Closes and opens secrets that lie in the database. */
  seal: Seal;
  web: { sendIndex(reply: FastifyReply): FastifyReply; folder: string };
  /** Where faults go: log and counter. */
  report(error: Error, where: string): void;
}
