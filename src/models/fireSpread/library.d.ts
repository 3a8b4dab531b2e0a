// What is used of the library's untyped interface.
declare module '@cbevins/fire-behavior-simulator' {
  export interface Dag {
    configure(pairs: readonly (readonly [key: string, value: string])[]): Dag;
    select(keys: readonly string[]): Dag;
    input(pairs: readonly (readonly [key: string, values: readonly (string | number)[]])[]): Dag;
    run(): Dag;
    node(key: string): { value(): number };
  }
  export class Sim {
    constructor(dagKey: string);
    getDag(dagKey: string): Dag;
  }
}
