import type { NewTool, Tool, ToolPage, ToolUse } from '../generated/types.gen.ts'
import type { Asking, Caller, Changing } from './caller.ts'
import { listOf, type Paging } from './list.ts'

/** Addresses of the business that the assistant may use: to look something up, or to do something the visitor agreed to. */
export function toolsOf(caller: Caller) {
  const at = (toolId: string) => `/v1/tools/${encodeURIComponent(toolId)}`
  return {
    create: (tool: NewTool, options: Changing = {}) => caller.post<Tool>('/v1/tools', tool, options),
    list: async (options: Asking = {}): Promise<Tool[]> => (await caller.get<ToolPage>('/v1/tools', {}, options)).items,
    get: (toolId: string, options: Asking = {}) => caller.get<Tool>(at(toolId), {}, options),
    put: (toolId: string, tool: NewTool, options: Asking = {}) =>
      caller.put<Tool>(at(toolId), { type: 'application/json', data: JSON.stringify(tool) }, {}, options),
    remove: (toolId: string, options: Asking = {}) => caller.delete<void>(at(toolId), options),
    /** Every use, newest first: asked, agreed to, carried out or not. */
    uses: (paging?: Paging) => listOf<ToolUse>(caller, '/v1/tool-uses', paging),
  }
}
