import { type ChangeEvent, createElement, type MouseEventHandler, type ReactNode } from 'react'

/** Taro's components as plain HTML, so that tests see what a person and a screen reader would. */
interface Props {
  children?: ReactNode
  onClick?: MouseEventHandler
  [name: string]: unknown
}

const passed = /^(id|className|style|role|tabIndex|onKeyDown|data-.+|aria-.+)$/

function attributes(props: Props): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => passed.test(name)))
}

const element = (tag: string) => (props: Props) =>
  createElement(tag, { ...attributes(props), onClick: props.onClick }, props.children)

export const View = element('div')
const text = element('span')
/** What is only kept on one line, which jsdom does not draw, is read as part of the words around it. */
export const Text = (props: Props) => (props.className === 'whole' ? props.children : text(props))

interface ImageProps extends Props {
  src?: string
  onError?(): void
}

export const Image = (props: ImageProps) => (
  <img {...attributes(props)} src={props.src} alt="" onError={props.onError} />
)

interface TypedProps extends Props {
  value?: string
  placeholder?: string
  maxlength?: number
  nativeProps?: Record<string, unknown>
  onInput?(event: { detail: { value: string } }): void
}

const typed = (tag: 'input' | 'textarea') => (props: TypedProps) =>
  createElement(tag, {
    ...attributes(props),
    ...props.nativeProps,
    'data-fixed': props.fixed,
    value: props.value,
    placeholder: props.placeholder,
    maxLength: props.maxlength,
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      props.onInput?.({ detail: { value: event.target.value } }),
  })

export const Input = typed('input')
export const Textarea = typed('textarea')
