/** A model's name as it may be published: servers of one's own may name it by its file, and where that lies is nobody's business. */
export const modelName = (model: string): string =>
  /^(?:[/~.\\]|[a-z]:)/i.test(model) ? (model.split(/[/\\]/).at(-1) ?? '') : model;
