/** A zod issue, as far as we read it. */
export interface Issue {
  code?: string
  path: readonly PropertyKey[]
  message: string
  expected?: string
  format?: string
  pattern?: string
  origin?: string
  minimum?: number | bigint
  maximum?: number | bigint
  keys?: readonly string[]
  values?: readonly unknown[]
  errors?: readonly (readonly Issue[])[]
}

export type Path = (string | number)[]
