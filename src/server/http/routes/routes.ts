import type { Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { accountEndpoints } from './accounts.ts';
import { alarmCallEndpoints } from './alarmCalls.ts';
import { alarmRuleEndpoints } from './alarmRules.ts';
import { alarmEndpoints } from './alarms.ts';
import { areaEndpoints } from './areas.ts';
import { baseDataEndpoints } from './baseData.ts';
import { bulkEndpoints } from './bulk.ts';
import { callListEndpoints } from './callLists.ts';
import { caseEndpoints } from './cases.ts';
import { deadlineEndpoints } from './deadlines.ts';
import { demoEndpoints } from './demo.ts';
import { departmentFeedEndpoints } from './departmentFeeds.ts';
import { deviceEndpoints } from './devices.ts';
import { dictionaryEndpoints } from './dictionaries.ts';
import { documentEndpoints } from './documents.ts';
import { dutyEndpoints } from './duty.ts';
import { edgeEndpoints } from './edges.ts';
import { fileEndpoints } from './files.ts';
import { ingestEndpoints } from './ingest.ts';
import { journalEndpoints } from './journal.ts';
import { mapEndpoints } from './map.ts';
import { modelEndpoints } from './models.ts';
import { observationEndpoints } from './observations.ts';
import { offlineEndpoints } from './offline.ts';
import { organisationEndpoints } from './organisations.ts';
import { ownAccountEndpoints } from './ownAccount.ts';
import { profileEndpoints } from './profiles.ts';
import { registerEndpoints } from './registers.ts';
import { savedViewEndpoints } from './savedViews.ts';
import { scenarioEndpoints } from './scenarios.ts';
import { sessionEndpoints } from './session.ts';
import { sheetEndpoints } from './sheets.ts';
import { warningInForceEndpoints } from './warningsInForce.ts';

/** Every API call, by concept. */
export function endpointsOf(services: Services): Endpoint[] {
  return [
    ...accountEndpoints(services),
    ...alarmCallEndpoints(services),
    ...alarmEndpoints(services),
    ...alarmRuleEndpoints(services),
    ...areaEndpoints(services),
    ...baseDataEndpoints(services),
    ...bulkEndpoints(services),
    ...callListEndpoints(services),
    ...caseEndpoints(services),
    ...deadlineEndpoints(services),
    ...demoEndpoints(services),
    ...departmentFeedEndpoints(services),
    ...deviceEndpoints(services),
    ...dictionaryEndpoints(services),
    ...documentEndpoints(services),
    ...dutyEndpoints(services),
    ...edgeEndpoints(services),
    ...fileEndpoints(services),
    ...ingestEndpoints(services),
    ...journalEndpoints(services),
    ...mapEndpoints(services),
    ...modelEndpoints(services),
    ...observationEndpoints(services),
    ...offlineEndpoints(services),
    ...organisationEndpoints(services),
    ...ownAccountEndpoints(services),
    ...profileEndpoints(services),
    ...registerEndpoints(services),
    ...savedViewEndpoints(services),
    ...scenarioEndpoints(services),
    ...sessionEndpoints(services),
    ...sheetEndpoints(services),
    ...warningInForceEndpoints(services),
  ];
}
