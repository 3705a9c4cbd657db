import {
  controlAround,
  type Fault,
  isShown,
  px,
  type Scale,
  type Seen,
  scene,
  touchBox,
  where,
} from './words'

const primary = '.button-primary, .button-pine, .button-alarm'

/** Whatever is tapped is as large as a thumb that trembles. */
export function tapSize({ controls }: Seen, { staff }: Scale): Fault[] {
  const side = staff ? 48 : 60
  return controls.flatMap((control) => {
    const { width, height } = touchBox(control)
    const wanted = control.matches(primary) && !staff ? 72 : side
    if (width >= side - 0.5 && height >= wanted - 0.5) return []
    return [
      {
        measure: 'tap size',
        where: where(control),
        says: `${px(width)} × ${px(height)}, wanted ${side} × ${wanted}`,
      },
    ]
  })
}

/** Readers are told what each control is and what it is called, and a keyboard reaches it. */
export function names({ controls }: Seen): Fault[] {
  const fault = (element: Element, says: string) => ({ measure: 'name', where: where(element), says })
  const silent = [...scene().querySelectorAll('*')].filter(
    (element) =>
      isShown(element) && getComputedStyle(element).cursor === 'pointer' && controlAround(element) === null,
  )
  return [
    ...silent.map((element) => fault(element, 'looks as if it could be tapped, but has no role')),
    ...controls.flatMap((control) => {
      const label = control.getAttribute('aria-label') ?? ''
      const seen = control.textContent ?? ''
      if (!label && !seen.trim()) return [fault(control, 'has no name')]
      if (label && !bare(label).includes(bare(seen))) return [fault(control, `is called “${label}”`)]
      return (control as HTMLElement).tabIndex < 0 ? [fault(control, 'no keyboard reaches it')] : []
    }),
  ]
}

/** Without spaces and punctuation, which nobody speaks. */
const bare = (text: string) => text.replace(/[\s，。、；：·（）“”]/g, '')
