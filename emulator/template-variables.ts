import demo from './demo/templates.json'
import type { Variables } from './runner/environment'

type Given = Readonly<Record<string, string | undefined>>

/**
 * The variables that tell functions and phone which subscribe messages there are: invented templates, each of which gives way to what
 * the program was given.
 * @param given the program's own environment; an empty variable counts as none
 */
export const templateVariables = (given: Given): Variables & typeof demo => ({
  TEMPLATE_MEAL: given.TEMPLATE_MEAL || demo.TEMPLATE_MEAL,
  TEMPLATE_VISIT: given.TEMPLATE_VISIT || demo.TEMPLATE_VISIT,
  TEMPLATE_APPLICATION: given.TEMPLATE_APPLICATION || demo.TEMPLATE_APPLICATION,
})
