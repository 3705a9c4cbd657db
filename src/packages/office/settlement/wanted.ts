/** One month of one operator of a district. */
export interface Wanted {
  district: string
  operatorId: string
  /** `YYYY-MM` */
  month: string
}
