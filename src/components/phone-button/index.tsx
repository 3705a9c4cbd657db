export interface PhoneButtonProps {
  /** Told WeChat's code, good once and for five minutes; the cloud reads the number from it. */
  onCode(code: string): void
  /** The person would rather type, or WeChat could not: no quota left, no verified number. */
  onRefused(): void
  /** The words on it: 用微信里的手机号. */
  children: string
}

/**
 * WeChat's button for one's own telephone number. A browser has none, and so shows nothing: the page always offers typing
 * beside it.
 */
export function PhoneButton(_: PhoneButtonProps) {
  return null
}
