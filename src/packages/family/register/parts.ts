import type { Form, Whom } from './form'

/** What every step gets. */
export interface StepProps {
  form: Form
  whom: Whom
  write(change: Partial<Form>): void
}
