import { ruleCases } from '../support/rule-cases';

const warned = (...warnings: unknown[]) => ({
  status: 200,
  responseBody: { results: {}, errors: [], warnings },
});

ruleCases('api-warnings', {
  fires: [
    {
      name: 'one',
      call: warned({ code: 'deprecated_model', message: 'Use another.' }),
      findings: [
        {
          message: 'listed',
          values: { count: 1, first: 'deprecated_model', list: '`deprecated_model`: Use another.' },
          location: { type: 'response' },
        },
      ],
    },
    {
      name: 'two',
      call: warned({ code: 'a', message: 'b' }, { code: 'c', message: '' }),
      findings: [{ values: { count: 2, list: '`a`: b; `c`' } }],
    },
    {
      name: 'text alone',
      call: warned('Careful'),
      findings: [{ values: { first: 'Careful', list: 'Careful' } }],
    },
    {
      name: 'beside an error',
      call: {
        status: 400,
        responseBody: { errors: [{ code: 'x', message: 'y' }], warnings: [{ code: 'a', message: 'b' }] },
      },
    },
    {
      name: 'backticks of its own',
      call: warned({ code: 'a`b', message: 'c`d' }),
      findings: [{ values: { list: '`a′b`: c′d' } }],
    },
  ],
  silent: [
    { name: 'none', call: warned() },
    { name: 'other JSON', call: { status: 200, responseBody: { ok: true } } },
    {
      name: 'warnings that is null',
      call: { status: 200, responseBody: { results: {}, errors: [], warnings: null } },
    },
  ],
  notApplicable: [
    { name: 'no answer', call: {} },
    { name: 'a body that is not known', call: { status: 200 } },
    {
      name: 'a page',
      call: {
        ...warned({ code: 'a' }),
        url: 'https://infuzu.com/',
        resourceType: 'document',
        method: 'GET',
        headers: [],
        body: null,
      },
    },
  ],
});
