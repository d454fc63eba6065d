//! The protocol's methods: each notification changes the session, each request is a handler's on the pool.

use std::path::PathBuf;
use std::sync::Arc;

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer};

use super::convert;
use super::handlers::{self, Place};
use super::profile::Profile;
use super::session::{Session, View};
use crate::workspace;

pub(super) struct Server {
    session: Arc<Session>,
}

impl Server {
    pub fn new(client: Client) -> Server {
        Server { session: Session::new(client) }
    }

    /// Runs a handler on the pool, over the session as it is at this moment. The moment is taken before the first wait.
    async fn answer<T, F>(&self, handler: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&View) -> T + Send + 'static,
    {
        let moment = self.session.view();
        let answered = self.session.pool.run(move || handler(&moment.resolve())).await;
        answered.ok_or_else(|| {
            let mut error = Error::internal_error();
            error.message = "the request failed inside the server; the log says where".into();
            error
        })
    }
}

fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|f| Some(f.uri.to_file_path()?.into_owned())).collect()
}

fn place(params: &TextDocumentPositionParams) -> Place {
    Place { key: convert::key(&params.text_document.uri), position: params.position }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let profile = Profile::of(&params.capabilities);
        #[expect(deprecated, reason = "older clients send nothing else")]
        let single = params.root_uri.as_ref().and_then(|u| Some(u.to_file_path()?.into_owned()));
        let mut roots = paths(params.workspace_folders.as_deref().unwrap_or_default());
        if roots.is_empty() {
            roots.extend(single);
        }
        self.session.initialize(profile, roots);
        Ok(InitializeResult {
            capabilities: capabilities(profile),
            server_info: Some(ServerInfo {
                name: "dateline".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            offset_encoding: None,
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.session.read_workspace();
        if self.session.profile().watches_files {
            let client = self.session.client.clone();
            tokio::spawn(async move {
                let watch =
                    |glob: &str| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None };
                let watchers = ["**/*.txt", "**/*.md", "**/*.toml", "**/*.tsv"].into_iter().map(watch).collect();
                let registration = Registration {
                    id: "dateline/watch".to_owned(),
                    method: "workspace/didChangeWatchedFiles".to_owned(),
                    register_options: serde_json::to_value(DidChangeWatchedFilesRegistrationOptions { watchers }).ok(),
                };
                if let Err(error) = client.register_capability(vec![registration]).await {
                    tracing::warn!("the client does not watch files: {error}");
                }
            });
        }
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.session.open(&params.text_document);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.session.change(&params.text_document.uri, params.text_document.version, &params.content_changes);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.session.close(&params.text_document.uri);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        // clients that watch files say so themselves
        if !self.session.profile().watches_files {
            self.files_changed(&[params.text_document.uri]);
        }
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let uris: Vec<Uri> = params.changes.into_iter().map(|c| c.uri).collect();
        self.files_changed(&uris);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.session.change_roots(paths(&params.event.added), &paths(&params.event.removed));
    }

    async fn did_change_configuration(&self, _: DidChangeConfigurationParams) {}

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let place = place(&params.text_document_position_params);
        self.answer(move |view| handlers::hover::hover(view, &place)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let place = place(&params.text_document_position_params);
        self.answer(move |view| handlers::definition::definition(view, &place)).await
    }

    async fn goto_declaration(&self, params: GotoDeclarationParams) -> Result<Option<GotoDeclarationResponse>> {
        let place = place(&params.text_document_position_params);
        self.answer(move |view| handlers::declaration::declaration(view, &place)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let place = place(&params.text_document_position);
        let declaration = params.context.include_declaration;
        self.answer(move |view| handlers::references::references(view, &place, declaration)).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let place = place(&params.text_document_position_params);
        self.answer(move |view| handlers::document_highlight::highlights(view, &place)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let key = convert::key(&params.text_document.uri);
        self.answer(move |view| handlers::document_symbol::symbols(view, &key)).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let key = convert::key(&params.text_document.uri);
        self.answer(move |view| handlers::semantic_tokens::full(view, &key)).await
    }
}

impl Server {
    /// Files changed on disk: packs and configuration are read anew all together, articles one by one.
    fn files_changed(&self, uris: &[Uri]) {
        let keys: Vec<_> = uris.iter().map(convert::key).collect();
        let is_pack = |key: &crate::corpus::ArticleKey| {
            key.path().is_some_and(|p| p.extension().is_some_and(|e| e == "toml" || e == "tsv"))
        };
        if keys.iter().any(is_pack) {
            self.session.read_workspace();
        } else {
            self.session.reread_articles(
                keys.into_iter().filter(|k| k.path().is_some_and(|p| workspace::is_article(&p))).collect(),
            );
        }
    }
}

fn capabilities(profile: Profile) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(profile.encoding_kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::Supported(true)),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        declaration_provider: Some(DeclarationCapability::Simple(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
            SemanticTokensOptions {
                legend: handlers::semantic_tokens::legend(),
                full: Some(SemanticTokensFullOptions::Bool(true)),
                ..SemanticTokensOptions::default()
            },
        )),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            ..WorkspaceServerCapabilities::default()
        }),
        ..ServerCapabilities::default()
    }
}
