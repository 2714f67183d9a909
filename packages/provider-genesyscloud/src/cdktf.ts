/**
 * The one door to CDKTF. Nothing else under `src/` imports the package, so that its successor `cdktn` takes its place by
 * changing the name below.
 */
export {
  // an application and what every stack can hold
  App,
  Aspects,
  Annotations,
  AssetType,
  Fn,
  Lazy,
  TerraformAsset,
  TerraformElement,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
  Tokenization,
  VariableType,

  // where the state is kept
  AzurermBackend,
  CloudBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  RemoteBackend,
  S3Backend,
  TaggedCloudWorkspaces,
  TerraformBackend,

  // what typed resources are made of
  ComplexList,
  ComplexObject,
  ImportableResource,
  TerraformDataSource,
  TerraformProvider,
  TerraformResource,
  listMapper,
  listMapperHcl,
} from 'cdktf';

export type {
  IInterpolatingParent,
  IResolvable,
  ITerraformDependable,
  TerraformMetaArguments,
  TerraformResourceLifecycle,
} from 'cdktf';
