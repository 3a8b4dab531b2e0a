import { accidentGrade } from './accidents.grade.ts';
import { countyResponseTemplate } from './countyResponse.grade.ts';
import { earthquakeGrade } from './earthquakes.grade.ts';
import { forestFireGrade } from './forestFires.grade.ts';
import type { GradeRule } from './grade.ts';
import { hazardGrade } from './hiddenHazards.grade.ts';
import { countyReliefTemplate, nationalReliefResponse } from './reliefResponse.grade.ts';
import { riskLevelByLec, riskLevelByLs } from './riskLevels.grade.ts';

/** Every grade rule, alphabetical. */
export const gradeRules: readonly GradeRule[] = [
  accidentGrade,
  countyReliefTemplate,
  countyResponseTemplate,
  earthquakeGrade,
  forestFireGrade,
  hazardGrade,
  nationalReliefResponse,
  riskLevelByLec,
  riskLevelByLs,
];
