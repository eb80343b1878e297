import { createMemoryStore } from './memory-store.ts'
import { storeContract } from './store.ts'

storeContract('the memory store', () => ({
  open: async () => createMemoryStore(),
  forgets: 'it lives as long as the process',
}))
