// Where the figures of the substances were read. `isPublisher`: the text of the body that issues the figure was read itself;
// otherwise somebody's report of it.

export interface FigureSource {
  readonly title: string;
  readonly isPublisher: boolean;
}

export const figureSources = {
  aegl: {
    title: 'US EPA, compiled final AEGLs of 4 May 2009, as transcribed in a public table of 30 September 2009',
    isPublisher: false,
  },
  aeglTwice: {
    title: 'US EPA final AEGLs: transcription of the 2009 compilation and a second public report agree',
    isPublisher: false,
  },
  aeglSulfide: { title: 'NRC 2010, AEGLs vol. 9 ch. 4, as tabulated in Nitric Oxide 71:1–13 (2017), table 3', isPublisher: false },
  erpgSulfide: { title: 'AIHA ERPG, as tabulated in Nitric Oxide 71:1–13 (2017), table 3', isPublisher: false },
  pacSulfide: { title: 'US DOE PAC, as tabulated in Nitric Oxide 71:1–13 (2017), table 3', isPublisher: false },
  pac: { title: 'US DOE PAC, as reported in the tests of a public dispersion tool', isPublisher: false },
  npgButane: { title: 'NIOSH Pocket Guide, n-butane (npgd0068, 30 October 2019)', isPublisher: true },
  npgChlorine: { title: 'NIOSH Pocket Guide, chlorine (npgd0115, publication 2005-151)', isPublisher: true },
  idlhChlorine: { title: 'NIOSH IDLH documentation, chlorine (May 1994)', isPublisher: true },
  idlhLpg: { title: 'NIOSH IDLH documentation, L.P.G. (May 1994)', isPublisher: true },
  oshaPropane: { title: 'OSHA occupational chemical database, propane (chemicaldata/563)', isPublisher: true },
  oshaChloride: { title: 'OSHA occupational chemical database, hydrogen chloride (chemicaldata/620)', isPublisher: true },
  icscAmmonia: { title: 'ICSC 0414, ammonia (anhydrous), ACGIH 2004 edition', isPublisher: true },
  ammoniaSheet: { title: 'Ammonia data sheets (microkat.gr, hsg.com.hk): formula mass 17.03', isPublisher: false },
  ammoniaLimits: { title: 'Minnesota Department of Agriculture, ammonia exposure: IDLH 300 ppm', isPublisher: false },
  ammoniaNist: { title: 'NIST WebBook, ammonia, as used in the tests of GasDispersion.jl (Potchefstroom)', isPublisher: false },
  napSulfide: {
    title: 'National Research Council, Prudent Practices 1995, laboratory chemical safety summary: hydrogen sulfide',
    isPublisher: true,
  },
  rtecsSulfide: { title: 'RTECS MX1225000, hydrogen sulfide: molecular weight 34.08', isPublisher: false },
  napMethanol: {
    title: 'National Research Council, Prudent Practices 1995, laboratory chemical safety summary: methanol',
    isPublisher: true,
  },
  methanolSheet: {
    title: 'Safety data sheets of methanol (Val Tech 2005, J. T. Baker 2009): limits 6.0–36.5 %, molar mass 32.04',
    isPublisher: false,
  },
  atsdrMonoxide: { title: 'ATSDR, toxicological profile of carbon monoxide, table 4-2', isPublisher: true },
  oxfordMonoxide: { title: 'Oxford Physical Chemistry safety data, carbon monoxide: 12.5–74 %', isPublisher: false },
  dioxideSheet: { title: 'Chemical catalogue, sulfur dioxide: 64.06, −10 °C, IDLH 100 ppm (NIOSH)', isPublisher: false },
  methaneTest: { title: 'NIST WebBook, methane, as used in the tests of GasDispersion.jl (Burro)', isPublisher: false },
  methaneLimits: { title: 'AARST SGM-SF-2017, table of lower limits: methane 4.4–5 % (the lower is taken)', isPublisher: false },
  perryButane: {
    title: "Perry's Chemical Engineers' Handbook, 8th ed., n-butane at 298.15 K, as evaluated in a public worked example",
    isPublisher: false,
  },
  butaneCombustion: { title: 'n-butane 2657.32 kJ/mol, as used in a public worked example after CCPS 2010', isPublisher: false },
  epaPropane: { title: 'US EPA 550-B-99-009: propane 46 333 kJ/kg, as reported', isPublisher: false },
  sheetPropane: { title: 'Worked BLEVE sheet after CCPS: propane liquid 585.3 kg/m³', isPublisher: false },
  purpleBook: {
    title: 'TNO Purple Book CPR 18E (1999), table 5.2 (mg/m³, minutes), as transcribed in a public engine',
    isPublisher: false,
  },
} as const satisfies Record<string, FigureSource>;

export type FigureSourceId = keyof typeof figureSources;
