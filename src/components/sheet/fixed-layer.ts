import { createContext } from 'react'

/** Whether what is drawn lies in a layer that stays where it is while the page scrolls: WeChat has to be told of boxes in it. */
export const FixedLayer = createContext(false)
