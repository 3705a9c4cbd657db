import { onUpdateReady } from '@/platform/update'
import { createStore } from './store'

/** Whether a newer version of the program lies on this phone and waits to be started. */
export const isNewerReady = createStore(false)

/** Must run once, when the program starts. */
export const watchForNewer = (): void => onUpdateReady(() => isNewerReady.set(true))
