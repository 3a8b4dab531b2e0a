import { defineModel } from '../model.ts';
import { quickAnswer } from './answers.ts';
import { coarsened } from './coarse.ts';
import { floodCases } from './flood.cases.ts';
import { floodInputs, floodOutputs } from './floodFields.ts';
import { quickLook } from './quickAnswer.ts';
import { refineFlood } from './refine.ts';
import { prepare } from './scenario.ts';

/** Where water will stand after rain, a flooding river, or the break of a dike or dam; how deep, how fast, and when. */
export const flood = defineModel({
  id: 'flood',
  version: '1.0.0',
  label: { zh: '洪涝', en: 'Flood' },
  question: { zh: '水会淹到哪里、多深、什么时候到？', en: 'Where will water stand, how deep, and when does it come?' },
  clauses: [
    {
      standard: 'Bates, Horritt, Fewtrell 2010, J. Hydrol. 387, 33',
      clause: 'eq. 11',
      subject: { zh: '局部惯性方程', en: 'local-inertial equation' },
      verified: false,
    },
    {
      standard: 'de Almeida et al. 2012, Water Resour. Res. 48, W05528',
      clause: 'eq. 13',
      subject: { zh: 'θ 平滑', en: 'smoothing with θ' },
      verified: false,
    },
    {
      standard: 'Audusse et al. 2004, SIAM J. Sci. Comput. 25, 2050',
      clause: 'eqs 2.9–2.16',
      subject: { zh: '静水重构', en: 'hydrostatic reconstruction' },
      verified: false,
    },
    {
      standard: 'Toro 2001, Shock-Capturing Methods for Free-Surface Shallow Flows',
      clause: 'ch. 10',
      subject: { zh: 'HLL 通量与波速', en: 'HLL flux and wave speeds' },
      verified: false,
    },
    {
      standard: 'Froehlich 2008, J. Hydraul. Eng. 134, 1708',
      clause: 'width and time of formation',
      subject: { zh: '溃口尺寸', en: 'size of a breach' },
      verified: false,
    },
    {
      standard: 'Fread 1988, NWS DAMBRK',
      clause: 'broad-crested weir with submergence',
      subject: { zh: '溃口流量', en: 'flow through a breach' },
      verified: false,
    },
    {
      standard: 'Barnes, Lehman, Mulla 2014, Comput. Geosci. 62, 117',
      clause: 'algorithm 2',
      subject: { zh: '洼地灌满', en: 'filling of depressions' },
      verified: false,
    },
    {
      standard: 'Defra/EA 2006, FD2321/TR1',
      clause: 'd(v + 0.5), debris factor left out',
      subject: { zh: '行人危险度', en: 'hazard to people' },
      verified: false,
    },
  ],
  inputs: floodInputs,
  outputs: floodOutputs,
  compute(input) {
    const prepared = prepare(input);
    if (!prepared.ok) return prepared;
    const scenario = coarsened(prepared.scenario, input.coarsen);
    return quickAnswer(scenario, quickLook(scenario));
  },
  refine: (input) => refineFlood(input),
  cases: floodCases,
});
