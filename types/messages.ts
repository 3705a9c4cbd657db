/**
 * Subscribe messages: the template ids that the phone asks permission for and the cloud sends. Ids come from the
 * mini-program's console and are put in at build time (`TEMPLATE_MEAL`, `TEMPLATE_VISIT`); these stand in for them
 * on a desk. Both templates need the fields thing1, thing2, time3 and phrase4.
 */
export const messageTemplates = {
  meal: process.env.TEMPLATE_MEAL || 'demo-template-meal',
  visit: process.env.TEMPLATE_VISIT || 'demo-template-visit',
}

/** Longest text that a `thing` field and a `phrase` field take, in characters. */
export const THING_LENGTH = 20
export const PHRASE_LENGTH = 5
