using Copilot.Bypass.Tests.Support;

namespace Copilot.Bypass.Tests;

/// <content>The ways.</content>
public sealed partial class PluginsNameNothingBanned
{
    private const string Banned = "RS0030";
    private const string Nothing = "return text.Length;";

    private static readonly string[] Allowed =
    [
        "return text.GetHashCode() + text.Length;", "return context.Turn;", "return System.Text.RegularExpressions.Regex.IsMatch(text, \"^P\", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));",
        "System.Linq.Expressions.Expression<Func<string, bool>> long1 = word => word.Length > 1; return long1;", "return new System.Text.StringBuilder().Append(text);", "return DateOnly.ParseExact(text, \"yyyy-MM-dd\", System.Globalization.CultureInfo.InvariantCulture);",
    ];

    private static readonly Way[] Ways =
    [
        // network
        new("a web request", "return await new System.Net.Http.HttpClient().GetStringAsync(text, cancellationToken);", Nothing, Banned),
        new("a mail", "new System.Net.Mail.SmtpClient(text).Dispose();", Nothing, Banned),
        new("a socket", "return new System.Net.Sockets.TcpClient(text, 25);", Nothing, Banned),
        new("a name looked up", "return System.Net.Dns.GetHostName();", Nothing, Banned),
        new("a document from an address", "return System.Xml.Linq.XDocument.Load(text);", Nothing, Banned),
        new("a reader on an address", "return System.Xml.XmlReader.Create(text);", Nothing, Banned),

        // files
        new("a file written", "System.IO.File.WriteAllText(text, text);", Nothing, Banned),
        new("a file opened", "return new System.IO.FileStream(text, System.IO.FileMode.Open);", Nothing, Banned),
        new("a path", "return System.IO.Path.GetTempPath();", Nothing, Banned),
        new("a document saved", "new System.Xml.Linq.XElement(\"a\").Save(text);", Nothing, Banned),
        new("a trace into a file", "return new System.Diagnostics.TextWriterTraceListener(text);", Nothing, Banned),
        new("a log of the system", "System.Diagnostics.Trace.WriteLine(text);", Nothing, Banned),
        new("an archive", "System.IO.Compression.ZipFile.ExtractToDirectory(text, text);", Nothing, Banned),
        new("a tape archive", "System.Formats.Tar.TarFile.ExtractToDirectory(text, text, true);", Nothing, Banned),
        new("a resource file", "return new System.Resources.ResourceWriter(text);", Nothing, Banned),
        new("the terminal", "Console.WriteLine(text);", Nothing, Banned),

        // clocks, chance, machine
        new("the time", "return DateTime.UtcNow;", "return DateTime.UnixEpoch;", Banned),
        new("the local time", "return DateTimeOffset.Now;", "return DateTimeOffset.UnixEpoch;", Banned),
        new("a clock", "return TimeProvider.System;", Nothing, Banned),
        new("a stopwatch", "return System.Diagnostics.Stopwatch.GetTimestamp();", Nothing, Banned),
        new("a timer", "return new Timer(_ => { });", Nothing, Banned),
        new("chance", "return Random.Shared.Next();", Nothing, Banned),
        new("the machine", "return Environment.MachineName;", Nothing, Banned),
        new("another program", "return System.Diagnostics.Process.Start(text);", Nothing, Banned),
        new("a thread", "new Thread(() => { }).Start();", Nothing, Banned),

        // reflection
        new("a method by its name", "return text.GetType().GetMethod(\"Run\");", "return text.GetType();", Banned),
        new("a method of a named type", "return typeof(string).GetMethod(\"Run\");", "return typeof(string);", Banned),
        new("a method by name and arguments", "return typeof(string).GetMethod(\"Run\", Type.EmptyTypes);", "return typeof(string);", Banned),
        new("all methods", "return typeof(string).GetMethods();", "return typeof(string);", Banned),
        new("all members", "return typeof(string).GetMembers();", "return typeof(string);", Banned),
        new("a constructor", "return typeof(string).GetConstructor(Array.Empty<Type>());", "return typeof(string);", Banned),
        new("all constructors", "return typeof(string).GetConstructors();", "return typeof(string);", Banned),
        new("all fields", "return typeof(string).GetFields();", "return typeof(string);", Banned),
        new("a property with its type", "return typeof(string).GetProperty(\"Length\", typeof(int));", "return typeof(string);", Banned),
        new("a member called", "return typeof(string).InvokeMember(\"Run\", System.Reflection.BindingFlags.NonPublic, null, text, []);", "return typeof(string);", Banned),
        new("a type by its name", "return Type.GetType(\"Copilot.Gate.ExecutionTicket, Copilot.Gate\", true);", "return typeof(string);", Banned),
        new("a type by its name, looked for", "return Type.GetType(text, null, null);", "return typeof(string);", Banned),
        new("a generic type closed", "return typeof(List<>).MakeGenericType(typeof(string));", "return typeof(List<string>);", Banned),
        new("an assembly", "return typeof(string).Assembly;", "return typeof(string);", Banned),
        new("a module", "return typeof(string).Module;", "return typeof(string);", Banned),
        new("an assembly loaded", "return System.Reflection.Assembly.Load(text);", Nothing, Banned),
        new("an assembly loaded beside", "return System.Runtime.Loader.AssemblyLoadContext.Default;", Nothing, Banned),
        new("all assemblies", "return AppDomain.CurrentDomain.GetAssemblies();", Nothing, Banned),
        new("an object made", "return Activator.CreateInstance<List<string>>();", "return new List<string>();", Banned),
        new("an object made from nothing", "return System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(string));", "return typeof(string);", Banned),
        new("a delegate to a name", "return Delegate.CreateDelegate(typeof(Action), text, \"Run\");", "return new Action(() => { });", Banned),
        new("a delegate called late", "return new Action(() => { }).DynamicInvoke();", "return new Action(() => { });", Banned),
        new("the method of a delegate", "return new Action(() => { }).Method;", "return new Action(() => { });", Banned),
        new("a private method called by an expression", "return System.Linq.Expressions.Expression.Call(typeof(string), \"Run\", null);", "System.Linq.Expressions.Expression<Func<int>> one = () => 1; return one;", Banned),
        new("an object made by an expression", "return System.Linq.Expressions.Expression.New(typeof(string));", "System.Linq.Expressions.Expression<Func<int>> one = () => 1; return one;", Banned),
        new("an expression made to run", "System.Linq.Expressions.Expression<Func<int>> one = () => 1; return one.Compile()();", "System.Linq.Expressions.Expression<Func<int>> one = () => 1; return one;", Banned),
        new("a type described", "return System.ComponentModel.TypeDescriptor.GetProperties(text);", Nothing, Banned),
        new("an object made by a description", "return System.ComponentModel.TypeDescriptor.CreateInstance(null, typeof(string), null, null);", "return typeof(string);", Banned),
        new("a container", "class Planted(IServiceProvider services) { public object? Get() => services.GetService(null!); }", "class Planted(IDisposable services) { public void Get() => services.Dispose(); }", Banned),

        // round the type system
        new("a cast that asks nobody", "return System.Runtime.CompilerServices.Unsafe.As<string>(text);", Nothing, Banned),
        new("memory", "return System.Runtime.InteropServices.Marshal.AllocHGlobal(8);", Nothing, Banned),
        new("a handle", "return System.Runtime.InteropServices.GCHandle.Alloc(text);", Nothing, Banned),
        new("a private member by an attribute", "class Planted { [UnsafeAccessor(UnsafeAccessorKind.Constructor)] private static extern string Make(); }", "class Planted { private static string Make() => \"\"; }", Banned),
        new("a function of the system", "class Planted { [DllImport(\"libc\")] private static extern int getpid(); }", "class Planted { private static int getpid() => 1; }", Banned),
    ];
}
