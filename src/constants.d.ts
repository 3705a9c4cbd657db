/** Put in by the build (config/index.ts). */
declare const CLOUD_ENV: string
declare const PICTURES: string
declare const MESSAGE_TEMPLATES: string
declare const LOCATION: 'precise' | 'fuzzy' | 'none'

declare module '*.scss'
