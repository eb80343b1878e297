import { createNodejiebaSegmenter } from '../../../adapters/segmenter/nodejieba.ts'
import { segmenterContract } from '../../contracts/segmenter.ts'

segmenterContract('nodejieba', createNodejiebaSegmenter, 'nodejieba was not built on this machine')
