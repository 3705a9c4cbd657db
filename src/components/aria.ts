/** What a screen reader is told about an element. */
export interface Aria {
  role?: string
  label?: string
  level?: number
  hidden?: boolean
  live?: 'polite' | 'assertive'
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  busy?: boolean
  modal?: boolean
  current?: boolean
  invalid?: boolean
}

/**
 * Spread onto an element, reaches both targets: `role` in a browser is `aria-role` in WeChat. A state that may be true
 * at some time is always given, since Taro's elements do not forget an attribute.
 */
export function aria({ role, current, ...states }: Aria): Record<string, string> {
  const attributes: Record<string, string> = {}
  if (role) attributes[process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'] = role
  if (current !== undefined) attributes['aria-current'] = current ? 'page' : 'false'
  for (const [name, value] of Object.entries(states)) {
    if (value !== undefined) attributes[`aria-${name}`] = String(value)
  }
  return attributes
}
