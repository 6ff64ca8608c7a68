import type { ModelState } from '../../shared/model/match.ts';
import { shell } from '../../shared/messages/ui.en.ts';
import { hrefOf } from './route.ts';

/** Says on every screen that the text model is not at work, and why. */
export function ModelBanner({ model }: { readonly model: ModelState }) {
  if (model.state === 'ready') return null;
  return (
    <div className="banner" role="status">
      <span>{shell.modelBanner(shell.modelBecause[model.code])}</span>
      <a href={hrefOf({ screen: 'model' })}>{shell.modelBannerLink}</a>
    </div>
  );
}
