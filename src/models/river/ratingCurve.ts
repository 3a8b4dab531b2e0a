// Stage and discharge of a gauge. Between the points of the table discharge is a straight line of stage, so that the inverse
// is exact; outside it the nearest segment is extended, and whoever asks is told.

export interface RatingPoint {
  readonly stageM: number;
  readonly dischargeM3s: number;
}

export interface RatingCurve {
  /** m³/s, not below 0. */
  discharge(stageM: number): number;
  /** m */
  stage(dischargeM3s: number): number;
  readonly from: RatingPoint;
  readonly to: RatingPoint;
}

/** First point that does not rise in both stage and discharge, or −1. */
export function firstFallingPoint(points: readonly RatingPoint[]): number {
  return points.findIndex((point, at) => {
    const before = points[at - 1];
    return before !== undefined && (point.stageM <= before.stageM || point.dischargeM3s <= before.dischargeM3s);
  });
}

/** @param points at least two, rising in stage and discharge */
export function ratingCurve(points: readonly RatingPoint[]): RatingCurve {
  if (points.length < 2 || firstFallingPoint(points) !== -1) throw new Error('a rating curve needs two points or more that rise');
  const along = (from: keyof RatingPoint, to: keyof RatingPoint) => (value: number) => {
    let at = 1;
    while (at < points.length - 1 && value > (points[at] as RatingPoint)[from]) at += 1;
    const [low, high] = [points[at - 1] as RatingPoint, points[at] as RatingPoint];
    return low[to] + ((value - low[from]) * (high[to] - low[to])) / (high[from] - low[from]);
  };
  const discharge = along('stageM', 'dischargeM3s');
  return {
    discharge: (stageM) => Math.max(0, discharge(stageM)),
    stage: along('dischargeM3s', 'stageM'),
    from: points[0] as RatingPoint,
    to: points.at(-1) as RatingPoint,
  };
}
