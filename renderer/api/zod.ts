import { z } from 'zod'

// Imported before any schema is made. The window's content policy forbids code made from strings, which zod would use to be faster.
z.config({ ...z.locales.zhCN(), jitless: true })
