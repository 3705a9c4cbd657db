import { z } from 'zod'

// WeChat hands back a do-nothing function from `new Function`, which zod would take for a compiler.
z.config({ jitless: true })

export { z }
