import { templatesOf } from '#types/templates'

const { TEMPLATE_MEAL, TEMPLATE_VISIT, TEMPLATE_APPLICATION } = process.env

/** The subscribe messages' templates of this deployment. @throws BadTemplate while the function starts, so that it does not */
export const templates = templatesOf({ TEMPLATE_MEAL, TEMPLATE_VISIT, TEMPLATE_APPLICATION })
