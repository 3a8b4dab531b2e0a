// Ideal gases and the constants of air that the release chain shares.

/** Universal gas constant, J/(mol·K); CODATA 2018. */
export const gasConstant = 8.314462618;
/** Standard gravity, m/s²; ISO 80000-3. */
export const gravity = 9.80665;
/** Standard atmosphere, Pa; ISO 2533. */
export const standardAtmosphere = 101_325;
/** Molar mass of dry air, kg/mol. */
export const airMolarMass = 0.02896;

/** Density of an ideal gas in kg/m³. @param molarMass kg/mol @param temperature K @param pressure Pa */
export function idealDensity(molarMass: number, temperature: number, pressure: number): number {
  return (pressure * molarMass) / (gasConstant * temperature);
}

/** Density of dry air, kg/m³. */
export function airDensity(temperature: number, pressure = standardAtmosphere): number {
  return idealDensity(airMolarMass, temperature, pressure);
}

/** Volume share (ppm = 1e-6) to mass concentration in kg/m³ at the given state. @param molarMass kg/mol */
export function concentrationOfPpm(ppm: number, molarMass: number, temperature: number, pressure = standardAtmosphere): number {
  return ppm * 1e-6 * idealDensity(molarMass, temperature, pressure);
}

/** Mass concentration in kg/m³ to ppm by volume. */
export function ppmOfConcentration(concentration: number, molarMass: number, temperature: number, pressure = standardAtmosphere): number {
  return (concentration / idealDensity(molarMass, temperature, pressure)) * 1e6;
}
