import type { Siting, SitingProblem } from './median.ts';
import { pMedian } from './median.ts';

// Maximum cover (R. Church, C. ReVelle 1974): so many sites, as much weight as possible within a radius. The same exchange
// search as for p-median, with distance 0 inside the radius and 1 outside: what is minimised is the weight left outside.

export function maximumCover(problem: SitingProblem, radius: number, options: { rounds?: number; seed?: number } = {}): Siting {
  const distance = problem.distance.map((row) => row.map((each) => (each <= radius ? 0 : 1)));
  const { chosen, value } = pMedian({ ...problem, distance }, options);
  return { chosen, value: problem.weight.reduce((sum, weight) => sum + weight, 0) - value };
}
