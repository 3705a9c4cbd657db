import type { Channel } from '#types/actors'

export const channelWord: Record<Channel, string> = { app: '手机上', phone: '电话里', counter: '柜台上' }
