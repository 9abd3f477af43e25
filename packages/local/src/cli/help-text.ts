import { defaultPort } from './parse-arguments.js';

export const helpText = `Usage: nova-act-local [options]
       nova-act-local exec [options] -- command [arguments]

exec runs a command that uses the service, which ends with it: in any shell,
with nothing to set. Its exit code is the command's.

Runs the Amazon Nova Act service on this machine, for development and tests.
Unless told otherwise, a model made of rules answers: a stand-in, not the Nova Act model.

  -p, --port PORT        Port to listen on, 0 for any free one (${defaultPort})
      --host ADDRESS     Address to listen on (127.0.0.1). One that others can
                         reach demands --api-key and --access-key
      --allowed-host H   A further name the service may be asked for by, repeatable
      --data DIR         Keep definitions, runs, acts and steps in this folder
      --api-key KEY      Key of the API-key surface (random)
      --access-key ID    AWS access key id to accept (random), with
      --secret-key KEY   its secret
      --region REGION    Region that requests must be signed for (us-east-1)
      --definition NAME  Only this workflow definition exists, repeatable
                         (a definition is made by its first run)
      --fault JSON       Make a fault on purpose, repeatable, such as
                         '{"kind":"throttle","operation":"InvokeActStep","times":2}'
      --max-body-mb N    Refuse larger requests (5)
      --shell SHELL      Print what to set for sh, fish, powershell or cmd
                         (told from SHELL and the system)

What answers the steps:
      --model rules      Rules (the default)
      --model openai     A model behind a chat completions endpoint, with
        --base-url URL     its base, such as http://127.0.0.1:11434/v1, and
        --model-name NAME  its name there; OPENAI_API_KEY is its key
      --model scripted   What a file says: JSON, a list of programs, the first
        --script FILE      for an act's first step, and so on
      --replay DIR       The cassette in this folder, or in a file of acts
        --go-on STEP       to this recorded step, 1 for the first, or to the
                           end: from there on, and for acts that it does
                           not have, --model answers (rules)
      --upstream aws     The real service, signed with what the AWS provider
      --upstream api-key chain finds, or with NOVA_ACT_API_KEY
        --upstream-url URL, --upstream-region REGION (aws)
        --upstream-definition NAME  Definition that runs with an API key have
                                    there (aws; default)
      --record DIR       Keep a cassette of what is answered in this folder
        --record-screenshots        with screenshots
        --record-typed-text hide    without any text that is typed (keep)

  -v, --version
  -h, --help

NOVA_ACT_LOCAL_API_KEY, NOVA_ACT_LOCAL_ACCESS_KEY and NOVA_ACT_LOCAL_SECRET_KEY
in the environment stand for the options of those names.
`;
