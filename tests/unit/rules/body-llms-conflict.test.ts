import { ruleCases } from '../support/rule-cases';

const body = (fields: object) => ({
  body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }], ...fields }),
});

ruleCases('body-llms-conflict', {
  fires: [
    {
      name: 'both',
      call: body({ llms: ['a'], exclude_llms: ['b'] }),
      findings: [
        {
          message: 'both',
          location: { type: 'body', path: 'exclude_llms' },
          predicts: { status: 400, code: 'invalid_field' },
        },
      ],
    },
    { name: 'both as strings', call: body({ llms: 'a', exclude_llms: 'b' }) },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'only llms', call: body({ llms: ['a'] }) },
    { name: 'only exclude_llms', call: body({ exclude_llms: ['a'] }) },
    { name: 'an empty llms', call: body({ llms: [], exclude_llms: ['a'] }) },
    { name: 'an empty exclude_llms', call: body({ llms: ['a'], exclude_llms: [] }) },
    { name: 'null', call: body({ llms: null, exclude_llms: ['a'] }) },
  ],
  notApplicable: [
    {
      name: 'another endpoint',
      call: { ...body({ llms: ['a'], exclude_llms: ['b'] }), url: 'https://chat.infuzu.com/api/other' },
    },
    { name: 'no JSON', call: { body: '{' } },
    { name: 'no body', call: { body: null } },
  ],
});
