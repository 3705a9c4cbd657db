/** A telephone number in China: a mobile, or a landline with its area code. */
export const phonePattern = /^(1\d{10}|0\d{2,3}-?\d{4}-?\d{3,4})$/

export const mobilePattern = /^1\d{10}$/

/** The longest that can be typed: an area code of four digits, and dashes. */
export const longestPhone = '0551-2345-6789'.length
