import { createMemoryStore } from '../../../adapters/store/memory.ts'
import { storeContract } from '../../contracts/store.ts'

storeContract('the memory store', () => ({
  open: async () => createMemoryStore(),
  forgets: 'it lives as long as the process',
}))
