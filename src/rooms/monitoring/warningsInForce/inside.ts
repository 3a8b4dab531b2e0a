/** What of one register lies inside the area of a warning. */
export interface InsideSum {
  register: string;
  count: number;
  /** Sum of the field that counts people; null where the register has none, or no record says. */
  people: number | null;
  /** At most 500 of them. */
  items: { id: string; name: string; areaCode: string; people: number | null; contact: string | null; demo: boolean }[];
}
