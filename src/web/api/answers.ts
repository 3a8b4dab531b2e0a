import type { Grant, Role } from '#kernel/access/access.ts';
import type { Alarm, AlarmRule } from '#kernel/alarm/alarm.ts';
import type { AnyCase, CaseAction, CaseLine } from '#kernel/casework/case.ts';
import type { Subcase } from '#kernel/casework/situation.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { Text } from '#kernel/language/text.ts';
import type { Delivery } from '#kernel/message/message.ts';
import type { Quality } from '#kernel/observation/reading.ts';

// Answers of the HTTP API that are no kernel type of their own.

export interface Page<T> {
  items: T[];
  /** Cursor of the next page, or null at the end. */
  next: string | null;
  total: number;
  /** The total is of a sample: more than 10,000 records, two digits of it certain. */
  totalIsEstimate?: boolean;
}

export interface CountyName {
  code: string;
  name: Text;
}

export interface Me {
  accountId: string;
  account: string;
  name: string;
  roles: Role[];
  areaCode: string;
  /** Which role counts where. */
  grants: Grant[];
  /** Ids and codes of the posts held now. */
  posts: string[];
  county: CountyName & {
    /** Lon, lat in WGS-84 degrees. */
    center: [number, number];
    /** West, south, east, north. */
    bbox: [number, number, number, number];
  };
  /** The county holds demo records. */
  demo: boolean;
}

export interface SetupState {
  needed: boolean;
  counties: CountyName[];
  /** A single sign-on is configured. */
  sso: boolean;
}

export interface AlarmList {
  items: Alarm[];
  /** Log position the list stands for. */
  position: string;
}

export interface Observations {
  point: { id: string; name: string; unit: string; stationName: string };
  rules: AlarmRule[];
  /** Epoch milliseconds, value, quality. */
  items: [number, number, Quality][];
}

export interface OfferedAction extends Pick<CaseAction, 'label' | 'tone' | 'input' | 'requires' | 'note'> {
  id: string;
  allowed: boolean;
  /** Why it is not allowed now, and by which law. */
  why: Text | null;
  clause?: string | null;
  /** It takes the case to another state. */
  moves?: boolean;
  /** Input that must be typed anew each time: who acts, with which certificate. */
  fresh?: readonly string[];
  /** Official documents it makes. */
  makes?: readonly string[];
}

/** An official document of a case, as its timeline tells. */
export interface CaseDocument {
  document: string;
  label: Text;
  at: string;
  by: string;
  action: string;
  lineId: string;
}

export interface CaseView {
  case: AnyCase;
  actions: OfferedAction[];
  lines: CaseLine[];
  deadlines: Deadline[];
  deliveries?: Delivery[];
  documents?: CaseDocument[];
  subcases?: Subcase[];
}

export interface DutyPerson {
  name: string;
  phone: string;
}

export interface DutyShift {
  leader: DutyPerson;
  officers: DutyPerson[];
  from: string;
  to: string;
}

export interface QuarantinedDevice {
  deviceKey: string;
  protocol: string;
  remote: string;
  firstAt: string;
  lastAt: string;
  count: number;
  quantities: { channel: string; quantity: string; unit: string | null; value: number }[];
  raw: string;
}

export interface MapLayer {
  id: string;
  label: Text;
  count: number;
  kind: 'point' | 'line' | 'polygon';
  demo: boolean;
}

export interface Account {
  id: string;
  account: string;
  name: string;
  roles: Role[];
  grants: Grant[];
  /** Home division. */
  areaCode: string;
  active: boolean;
  /** invited: the link was not taken up yet. */
  state: 'invited' | 'active' | 'deactivated';
}

export interface EndpointAddress {
  protocol: string;
  host: string;
  port: number;
  isTls: boolean;
}

/** Somewhere the server goes to for readings itself. */
export interface ReadingSource {
  protocol: string;
  label: string;
  is: 'connected' | 'waiting';
  sinceMs: number;
  error: string | null;
}

export interface Counter {
  name: string;
  protocol: string;
  reason: string;
  count: number;
}
