/** `npm run pictures`: the pictures of the documentation, taken from the running product. */
import { startMockApi } from '../tests/mock-api/index';
import { needChromium } from './need-browser';
import { takePages } from './pictures/pages';
import { takeReadme } from './pictures/readme';

needChromium();
// The address stands in the picture of the popup.
const api = await startMockApi({ ports: { http: 3000 } });
try {
  await takeReadme(api);
  await takePages(api);
} finally {
  await api.close();
}
