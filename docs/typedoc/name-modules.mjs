import { Comment, Converter, ReflectionKind } from 'typedoc';
import { publicEntries } from './public-entries.mjs';

/**
 * A plugin of TypeDoc: modules are called what programs import, and are described as their manifest does.
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return;
    const file = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile();
    const entry = publicEntries.find(({ source }) => source === file?.fileName);
    if (!entry) throw new Error(`No package exports ${file?.fileName ?? reflection.name}`);
    reflection.name = entry.specifier;
    reflection.comment ??= new Comment([{ kind: 'text', text: entry.description }]);
  });
}
