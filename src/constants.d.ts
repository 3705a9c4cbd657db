/** Put in by the build (config/index.ts). */
declare const CLOUD_ENV: string
declare const PICTURES: string
declare const MESSAGE_TEMPLATES: Readonly<
  Partial<Record<import('#types/templates').TemplateName, { id: string; isLong: boolean } | null>>
>
declare const LOCATION: 'precise' | 'fuzzy' | 'none'

declare module '*.scss'
