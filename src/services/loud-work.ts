import type { Alarm, RaiseAlarm } from './alarm';
import type { Stores, UnitOfWork } from './ports';

/** A unit of work whose alarms are raised after its COMMIT: what was rolled back did not happen, and may be tried again. */
export async function runLoudly<T>(
  work: UnitOfWork,
  raise: RaiseAlarm,
  change: (stores: Stores, alarms: Alarm[]) => Promise<T>,
): Promise<T> {
  const alarms: Alarm[] = [];
  const answer = await work.run((stores) => change(stores, alarms));
  alarms.forEach(raise);
  return answer;
}
